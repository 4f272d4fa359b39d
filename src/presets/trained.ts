/**
 * How long the snapshot of a preset was trained, in iterations, by preset id: `public/snapshots/<id>.zip`, made by
 * `npm run snapshots`. A preset that is not named has none.
 */
export const TRAINED: Readonly<Record<string, number>> = {
  screws: 3000,
  ring: 6000,
  'swiss-roll': 20_000,
  'ring-conditional': 6000,
  'circles-conditional': 6000,
  'ring-infogan': 6000,
  'faces-dcgan': 2500,
  'pen-digits-vae': 3000,
  'mnist-dcgan': 5000,
  dirac: 300,
};
