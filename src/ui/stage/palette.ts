/** The actors' colours as the page's style sheet has them, for drawing on canvas. */
export interface Palette {
  data: string;
  generated: string;
  dataText: string;
  generatedText: string;
  discriminator: string;
  discriminatorText: string;
  generator: string;
  generatorText: string;
  theory: string;
  theoryText: string;
  text: string;
  quiet: string;
  line: string;
  panel: string;
  /** Shades of D's surface: generated, one half, real; red, green, blue. */
  surface: readonly [Rgb, Rgb, Rgb];
}

/** Red, green and blue, 0–255. */
export type Rgb = readonly [number, number, number];

/** Reads the colours in force (they change with the theme). */
export function readPalette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const get = (name: string) => style.getPropertyValue(name).trim() || '#888888';
  const dark = document.documentElement.getAttribute('data-mantine-color-scheme') === 'dark';
  return {
    data: get('--color-data'),
    generated: get('--color-generated'),
    dataText: get('--color-data-text'),
    generatedText: get('--color-generated-text'),
    discriminator: get('--color-discriminator'),
    discriminatorText: get('--color-discriminator-text'),
    generator: get('--color-generator'),
    generatorText: get('--color-generator-text'),
    theory: get('--color-theory'),
    theoryText: get('--color-theory-text'),
    text: get('--page-text'),
    quiet: get('--page-text-quiet'),
    line: get('--page-line'),
    panel: get('--page-panel'),
    // Paler than the points, so that these stand out on them.
    surface: dark ? [rgb('#7a3a12'), rgb('#23262d'), rgb('#14507a')] : [rgb('#f0b48c'), rgb('#ffffff'), rgb('#8fc0e2')],
  };
}

function rgb(hex: string): Rgb {
  const value = Number.parseInt(hex.slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

/** Colour of a belief in [0, 1] on D's surface. */
export function surfaceColour([generated, half, real]: Palette['surface'], belief: number): Rgb {
  const [from, to, t] = belief < 0.5 ? [generated, half, belief * 2] : [half, real, belief * 2 - 1];
  return [0, 1, 2].map((i) => Math.round((from[i] as number) + ((to[i] as number) - (from[i] as number)) * t)) as never;
}
