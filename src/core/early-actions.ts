/**
 * The name on `window` under which a page keeps what was done before its scripts had come: a `Map` from each control to
 * how it was left ({@link EarlyState}), the one that was used last at the end. It is there only as long as nobody else
 * hears the reader.
 */
export const EARLY_ACTIONS = 'layerByLayerEarlyActions';

/** How a reader left a control: a box that is checked or not, a menu's value, or a button, which was just pressed. */
export type EarlyState = boolean | string | null;
