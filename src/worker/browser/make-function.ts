import type { MadeFunction, MakeFunction } from '../../core/make-function';

/** Where a script leaves its function. */
const HANDOVER = 'layerByLayerFunction';

// The types that we compile with are those of a page.
declare const importScripts: (address: string) => void;

// Taken now: programs that run in this worker lose them, and so do we.
const load = importScripts;
const { Blob } = self;
const createObjectURL = URL.createObjectURL.bind(URL);
const revokeObjectURL = URL.revokeObjectURL.bind(URL);

/**
 * Makes functions by loading them as scripts: the page's policy lets no text become code in another way, so that
 * `eval` and `Function` are closed to programs by the browser itself.
 */
export const makeFunction: MakeFunction = (name, parameters, body) => {
  const script = `${HANDOVER} = async function (${parameters.join(', ')}) { "use strict";\n${body}\n}\n//# sourceURL=${name}`;
  const address = createObjectURL(new Blob([script], { type: 'text/javascript' }));
  try {
    load(address);
    return Reflect.get(globalThis, HANDOVER) as MadeFunction;
  } finally {
    revokeObjectURL(address);
    Reflect.deleteProperty(globalThis, HANDOVER);
  }
};
