import { EARLY_ACTIONS } from '../core/early-actions';

/**
 * What keeps the buttons that a reader presses, and the choices that they make, while a page's scripts are still on their
 * way; `ui/early-actions` does them again. It stands in the page itself, because it has to be there first.
 *
 * It listens where an event arrives last: one that React has heard already took the map away before it comes here.
 */
export const EARLY_ACTIONS_SCRIPT = `(function () {
  var name = ${JSON.stringify(EARLY_ACTIONS)};
  var kept = (window[name] = new Map());
  function hear(event) {
    if (!window[name]) {
      document.removeEventListener('click', hear);
      document.removeEventListener('change', hear);
      return;
    }
    var used = event.target.closest(event.type === 'click' ? 'button, [role="tab"], input' : 'select');
    if (!used) return;
    kept.delete(used); // a map keeps what it has where it was
    kept.set(used, used.tagName === 'SELECT' ? used.value : used.tagName === 'INPUT' ? used.checked : null);
  }
  document.addEventListener('click', hear);
  document.addEventListener('change', hear);
})();`;
