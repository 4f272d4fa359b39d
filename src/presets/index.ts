import { circlesConditional } from './circlesConditional';
import { dcganTutorial } from './dcganTutorial';
import { dirac } from './dirac';
import { facesColoured } from './facesColoured';
import { facesDcgan } from './facesDcgan';
import { facesFromEdges } from './facesFromEdges';
import { glassesCycle } from './glassesCycle';
import { mnistDcgan } from './mnistDcgan';
import { mnistDense } from './mnistDense';
import { mnistVae } from './mnistVae';
import { moonsCycle } from './moonsCycle';
import { negativeDisco } from './negativeDisco';
import { penDigitsAutoencoder } from './penDigitsAutoencoder';
import { penDigitsConditional } from './penDigitsConditional';
import { penDigitsCvae } from './penDigitsCvae';
import { penDigitsDcgan } from './penDigitsDcgan';
import { penDigitsDenoising } from './penDigitsDenoising';
import { penDigitsDense } from './penDigitsDense';
import { penDigitsVae } from './penDigitsVae';
import { peopleDual } from './peopleDual';
import { ring } from './ring';
import { ringConditional } from './ringConditional';
import { screws } from './screws';
import { swissRoll } from './swissRoll';
import type { Preset } from './types';

/** Every preset, in the order of the gallery; one file each. */
export const PRESETS: readonly Preset[] = [
  screws,
  ring,
  swissRoll,
  penDigitsDense,
  penDigitsDcgan,
  facesDcgan,
  mnistDense,
  mnistDcgan,
  dcganTutorial,
  ringConditional,
  circlesConditional,
  penDigitsConditional,
  penDigitsAutoencoder,
  penDigitsDenoising,
  penDigitsVae,
  mnistVae,
  penDigitsCvae,
  facesFromEdges,
  facesColoured,
  moonsCycle,
  glassesCycle,
  negativeDisco,
  peopleDual,
  dirac,
];
