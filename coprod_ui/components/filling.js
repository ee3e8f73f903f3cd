// @ts-check
// Words with room in them.

/**
 * The words with every `{name}` filled with what stands under that name, and left as it is where nothing does.
 * @param {string} template
 * @param {Record<string, unknown>} values
 */
export const filled = (template, values) =>
  template.replace(/\{(\w+)\}/g, (whole, name) => String(values[name] ?? whole))
