/**
 * The name on `window` under which a page keeps the buttons that were pressed before its scripts had come: a `Set` of
 * elements, which is there only as long as nobody else hears them.
 */
export const EARLY_CLICKS = 'layerByLayerEarlyClicks';
