import { EARLY_CLICKS } from '../core/early-clicks';

/**
 * What keeps the buttons that a reader presses while a page's scripts are still on their way; `ui/early-clicks` presses
 * them again. It stands in the page itself, because it has to be there first.
 *
 * It listens where a click arrives last: one that React has heard already took the set away before it comes here.
 */
export const EARLY_CLICKS_SCRIPT = `(function () {
  var name = ${JSON.stringify(EARLY_CLICKS)};
  window[name] = new Set();
  document.addEventListener('click', function hear(event) {
    if (!window[name]) return document.removeEventListener('click', hear);
    var pressed = event.target.closest('button, [role="tab"]');
    if (pressed) window[name].add(pressed);
  });
})();`;
