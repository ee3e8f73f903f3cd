// The rules for our own JavaScript: what may go wrong, and one style. `eslint --fix` writes the style.
import js from "@eslint/js"
import stylistic from "@stylistic/eslint-plugin"
import globals from "globals"

const STYLE = {
  "@stylistic/arrow-parens": ["error", "as-needed"],
  "@stylistic/arrow-spacing": "error",
  "@stylistic/block-spacing": "error",
  "@stylistic/comma-dangle": ["error", "always-multiline"],
  "@stylistic/comma-spacing": "error",
  "@stylistic/dot-location": ["error", "property"],
  "@stylistic/eol-last": "error",
  "@stylistic/indent": ["error", 2, { SwitchCase: 1 }],
  "@stylistic/key-spacing": "error",
  "@stylistic/keyword-spacing": "error",
  "@stylistic/linebreak-style": "error",
  "@stylistic/max-len": ["error", { code: 120, ignoreStrings: true, ignoreTemplateLiterals: true }],
  "@stylistic/no-multi-spaces": "error",
  "@stylistic/no-multiple-empty-lines": ["error", { max: 1, maxBOF: 0, maxEOF: 0 }],
  "@stylistic/no-trailing-spaces": "error",
  "@stylistic/object-curly-spacing": ["error", "always"],
  "@stylistic/quotes": ["error", "double", { avoidEscape: true }],
  "@stylistic/semi": ["error", "never"],
  "@stylistic/space-before-blocks": "error",
  "@stylistic/space-in-parens": "error",
  "@stylistic/space-infix-ops": "error",
  "@stylistic/spaced-comment": "error",
}

const CARE = {
  "eqeqeq": "error",
  "no-implicit-globals": "error",
  "no-shadow": "error",
  "no-unused-vars": ["error", { args: "after-used", caughtErrors: "none" }],
  "no-var": "error",
  "prefer-const": ["error", { destructuring: "all" }],
}

/** @type {import("eslint").Linter.Config[]} */
export default [
  js.configs.recommended,
  {
    plugins: { "@stylistic": stylistic },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    languageOptions: { ecmaVersion: 2022, sourceType: "module" },
    rules: { ...STYLE, ...CARE },
  },
  { files: ["coprod_ui/**"], languageOptions: { globals: globals.browser } },
  { files: ["tests/**"], languageOptions: { globals: globals.node } },
  {
    // runs as it is on phones of ten years old
    files: ["coprod_ui/served/phone/**"],
    languageOptions: { ecmaVersion: 5, sourceType: "script" },
    rules: {
      "no-var": "off",
      "prefer-const": "off",
      "@stylistic/comma-dangle": ["error", "never"],
      "@stylistic/semi": ["error", "always"],
    },
  },
  {
    files: ["coprod_ui/served/room/**"],
    languageOptions: { sourceType: "script" },
    rules: { "no-implicit-globals": "off" },
  },
]
