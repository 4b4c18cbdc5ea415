/** Which editor a reader wants: `auto` leaves it to the device. */
export type EditorPreference = 'auto' | 'monaco' | 'plain';

/** What decides between the editors when the reader has not. */
export interface EditorCircumstances {
  /** The main pointer is a finger: Monaco is not made for touch screens. */
  coarsePointer: boolean;
  /** The reader asked for little data: Monaco is a megabyte. */
  saveData: boolean;
}

const slot = 'layer-by-layer.editor';
const listeners = new Set<() => void>();
// What was chosen on this page, in case that the browser does not let us store it.
let unstored: EditorPreference | null = null;

/** What the reader has chosen; `auto` when nothing is stored or storage cannot be read. */
export function readEditorPreference(): EditorPreference {
  if (unstored !== null) return unstored;
  try {
    const stored = localStorage.getItem(slot);
    return stored === 'monaco' || stored === 'plain' ? stored : 'auto';
  } catch {
    return 'auto';
  }
}

/** Stores a choice and tells every open editor. Without storage it holds until the page is left. */
export function writeEditorPreference(preference: EditorPreference): void {
  try {
    if (preference === 'auto') localStorage.removeItem(slot);
    else localStorage.setItem(slot, preference);
    unstored = null;
  } catch {
    unstored = preference;
  }
  for (const listener of listeners) listener();
}

/** Calls `listener` when the choice changes, in this tab or in another one; the result ends it. */
export function subscribeToEditorPreference(listener: () => void): () => void {
  const onStorage = (event: StorageEvent): void => {
    if (event.key === slot || event.key === null) listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', onStorage);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', onStorage);
  };
}

/** The editor to show, given what the reader prefers and where they are. */
export function chooseEditor(preference: EditorPreference, circumstances: EditorCircumstances): 'monaco' | 'plain' {
  if (preference !== 'auto') return preference;
  return circumstances.coarsePointer || circumstances.saveData ? 'plain' : 'monaco';
}

/** The circumstances of this browser. */
export function currentCircumstances(): EditorCircumstances {
  const connection: unknown = 'connection' in navigator ? navigator.connection : null;
  return {
    coarsePointer: window.matchMedia('(pointer: coarse)').matches,
    saveData:
      typeof connection === 'object' && connection !== null && 'saveData' in connection && connection.saveData === true,
  };
}
