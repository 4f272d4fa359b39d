export default {
  gender: {
    label: 'Woman or man',
    help: 'Lips, lashes, brows, jaw and shoulders.',
    options: { woman: 'woman', man: 'man' },
  },
  age: { label: 'Age', help: 'From 0, young, to 1, old: eyes, wrinkles, grey in the hair.' },
  skin: { label: 'Skin', help: 'From 0, light, to 1, dark.' },
  shape: { label: 'Shape', help: 'From 0, long, to 1, round.' },
  hairStyle: {
    label: 'Hair style',
    help: 'How the hair is worn.',
    options: {
      bald: 'bald',
      short: 'short',
      spiky: 'spiky',
      curly: 'curly',
      bob: 'bob',
      long: 'long',
      bun: 'bun',
      pigtails: 'pigtails',
    },
  },
  hairColour: {
    label: 'Hair colour',
    help: 'Beard and brows follow it.',
    options: { black: 'black', brown: 'brown', blond: 'blond', red: 'red', grey: 'grey', blue: 'blue' },
  },
  eyeColour: {
    label: 'Eyes',
    help: 'Colour of the eyes.',
    options: { brown: 'brown', blue: 'blue', green: 'green' },
  },
  smile: { label: 'Smile', help: 'From −1, sad, over 0 to 1, laughing.' },
  turn: { label: 'Turn', help: 'From −1, to the left, to 1, to the right.' },
  tilt: { label: 'Tilt', help: 'How far the head leans.' },
  glasses: {
    label: 'Glasses',
    help: 'None, or one of three pairs.',
    options: { none: 'none', round: 'round', square: 'square', dark: 'dark' },
  },
  beard: {
    label: 'Beard',
    help: 'None, a moustache, or a full beard.',
    options: { none: 'none', moustache: 'moustache', full: 'full' },
  },
  hat: {
    label: 'Hat',
    help: 'None, or one of three.',
    options: { none: 'none', cap: 'cap', beanie: 'beanie', straw: 'straw' },
  },
  background: {
    label: 'Background',
    help: 'Its colour; the clothes go with it.',
    options: { rose: 'rose', sand: 'sand', mint: 'mint', sky: 'sky', lilac: 'lilac', slate: 'slate' },
  },
} as const;
