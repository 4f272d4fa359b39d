import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** Neutral ink: controls stay grey, so that every colour on the page means an actor of the game. */
const ink: MantineColorsTuple = [
  '#f4f5f7',
  '#e7e9ed',
  '#d0d4dc',
  '#aeb5c1',
  '#8b94a5',
  '#6a7486',
  '#505a6c',
  '#3b4454',
  '#272e3b',
  '#181d27',
];

/** Mantine's theme. The colours of the actors are CSS variables (`styles/colours.css`), so that canvas reads them too. */
export const theme = createTheme({
  primaryColor: 'ink',
  primaryShade: { light: 8, dark: 5 },
  colors: { ink },
  defaultRadius: 'sm',
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif',
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
});
