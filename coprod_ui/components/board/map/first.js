// @ts-check
// What is remembered of the power map, as it is before anybody chose.
/** @import { Perspective, PictureName } from "./places.js" */

/**
 * @typedef {object} Chosen
 * @property {PictureName} name
 * @property {string} plan of which attitudes are looked at, "" = the server's choice
 * @property {string} from whom trust is seen, the same
 * @property {boolean} said whether only what was said counts
 * @property {Perspective} perspective
 * @property {boolean} table whether a table stands in the place of the picture
 */

/** @type {Chosen} */
export const FIRST_MAP = { name: "hit", plan: "", from: "", said: false, perspective: "now", table: false }
