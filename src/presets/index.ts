import { cifarHorses } from './cifarHorses';
import { circlesConditional } from './circlesConditional';
import { collapse } from './collapse';
import { criticDistance } from './criticDistance';
import { cure } from './cure';
import { cureWgan } from './cureWgan';
import { dcganTutorial } from './dcganTutorial';
import { dirac } from './dirac';
import { facesColoured } from './facesColoured';
import { facesDcgan } from './facesDcgan';
import { facesFromCaptions } from './facesFromCaptions';
import { facesFromEdges } from './facesFromEdges';
import { facesGrowing } from './facesGrowing';
import { facesStyles } from './facesStyles';
import { facesSwapped } from './facesSwapped';
import { glassesCycle } from './glassesCycle';
import { mnistDcgan } from './mnistDcgan';
import { mnistDense } from './mnistDense';
import { mnistVae } from './mnistVae';
import { moonsCycle } from './moonsCycle';
import { negativeDisco } from './negativeDisco';
import { nightDual } from './nightDual';
import { penDigitsAae } from './penDigitsAae';
import { penDigitsAcgan } from './penDigitsAcgan';
import { penDigitsAnomaly } from './penDigitsAnomaly';
import { penDigitsAutoencoder } from './penDigitsAutoencoder';
import { penDigitsBigan } from './penDigitsBigan';
import { penDigitsConditional } from './penDigitsConditional';
import { penDigitsCvae } from './penDigitsCvae';
import { penDigitsDcgan } from './penDigitsDcgan';
import { penDigitsDenoising } from './penDigitsDenoising';
import { penDigitsDense } from './penDigitsDense';
import { penDigitsGlo } from './penDigitsGlo';
import { penDigitsInfogan } from './penDigitsInfogan';
import { penDigitsPyramid } from './penDigitsPyramid';
import { penDigitsSgan } from './penDigitsSgan';
import { penDigitsVae } from './penDigitsVae';
import { penDigitsVaegan } from './penDigitsVaegan';
import { ring } from './ring';
import { ringConditional } from './ringConditional';
import { ringInfogan } from './ringInfogan';
import { screws } from './screws';
import { swissRoll } from './swissRoll';
import type { Preset } from './types';
import { vanishing } from './vanishing';

/** Every preset, in the order of the gallery; one file each. */
export const PRESETS: readonly Preset[] = [
  screws,
  vanishing,
  ring,
  collapse,
  cure,
  cureWgan,
  criticDistance,
  swissRoll,
  penDigitsDense,
  penDigitsDcgan,
  facesDcgan,
  mnistDense,
  mnistDcgan,
  dcganTutorial,
  cifarHorses,
  ringConditional,
  circlesConditional,
  penDigitsConditional,
  penDigitsAcgan,
  penDigitsSgan,
  penDigitsInfogan,
  ringInfogan,
  penDigitsBigan,
  penDigitsVaegan,
  penDigitsAae,
  penDigitsAutoencoder,
  penDigitsDenoising,
  penDigitsVae,
  mnistVae,
  penDigitsCvae,
  penDigitsGlo,
  penDigitsPyramid,
  facesFromCaptions,
  facesFromEdges,
  facesColoured,
  moonsCycle,
  glassesCycle,
  negativeDisco,
  nightDual,
  facesSwapped,
  facesGrowing,
  facesStyles,
  penDigitsAnomaly,
  dirac,
];
