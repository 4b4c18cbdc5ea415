import type { PrismTheme } from 'prism-react-renderer';

/** A Prism theme with its colours as the browser computes them here and now: CSS variables become values. */
export function computedTheme(theme: PrismTheme, place: HTMLElement): PrismTheme {
  const probe = place.appendChild(document.createElement('span'));
  const computed = (colour: string | undefined): { color?: string } => {
    if (colour === undefined) return {};
    probe.style.color = colour;
    return { color: getComputedStyle(probe).color };
  };
  try {
    return {
      plain: computed(theme.plain.color),
      styles: theme.styles.map(({ style, ...rest }) => ({ ...rest, style: { ...style, ...computed(style.color) } })),
    };
  } finally {
    probe.remove();
  }
}
