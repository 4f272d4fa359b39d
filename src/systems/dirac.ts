import {
  abs,
  add,
  concat,
  grads,
  mean,
  mul,
  neg,
  ones,
  reshape,
  type Scalar,
  scalar,
  sign,
  slice,
  softplus,
  square,
  stack,
  step,
  sub,
  sum,
  type Tensor,
  tensor1d,
  type Variable,
} from '@tensorflow/tfjs-core';
import type { ParamSpecs, ParamValues } from '../core/params';
import { ACTIVATION_FUNCTIONS } from '../nn/activations';
import { stateVariable } from '../nn/stateVariable';
import { assign, type StepIO } from '../nn/step';
import type { System, SystemDefinition } from './types';

/** Positions that the path remembers. */
const PATH = 400;

const sigmoid = ACTIVATION_FUNCTIONS.sigmoid;

/** Nodes and weights of Gauss–Hermite quadrature for N(0, 1), seven points: exact to degree 13. */
const NODES = [
  -3.750439717725742, -2.366759410734541, -1.154405394739968, 0, 1.154405394739968, 2.366759410734541,
  3.750439717725742,
];
const WEIGHTS = [
  0.000548268855972, 0.030757123967586, 0.240123178605013, 0.457142857142857, 0.240123178605013, 0.030757123967586,
  0.000548268855972,
];

const PARAMS = {
  diracLoss: {
    kind: 'choice',
    default: 'minimax',
    options: ['minimax', 'non-saturating', 'wasserstein'],
    group: 'objective',
  },
  diracRegularizer: {
    kind: 'choice',
    default: 'none',
    options: ['none', 'clip', 'gradient-penalty', 'instance-noise', 'r1', 'consensus'],
    group: 'objective',
  },
  diracGamma: number(0.3, 0, 5, ['r1', 'consensus']),
  diracClip: number(1, 0.05, 2, ['clip']),
  diracLambda: number(0.7, 0, 5, ['gradient-penalty']),
  diracSlope: number(1, 0, 2, ['gradient-penalty']),
  diracSigma: number(0.7, 0, 2, ['instance-noise']),
  diracMoves: { kind: 'choice', default: 'simultaneous', options: ['simultaneous', 'alternating'], group: 'training' },
  k: {
    kind: 'int',
    default: 1,
    min: 1,
    max: 20,
    live: true,
    group: 'training',
    when: { param: 'diracMoves', is: ['alternating'] },
  },
  generatorRate: { kind: 'float', default: 0.2, min: 0, max: 1, live: true, group: 'optimizers', player: 'generator' },
  discriminatorRate: {
    kind: 'float',
    default: 0.2,
    min: 0,
    max: 1,
    live: true,
    group: 'optimizers',
    player: 'discriminator',
  },
} satisfies ParamSpecs;

function number(usual: number, min: number, max: number, regularizers: readonly string[]) {
  const when = { param: 'diracRegularizer', is: regularizers };
  return { kind: 'float', default: usual, min, max, live: true, group: 'objective', when } as const;
}

/** Live numbers of the regularizers, in the order in which the state keeps them for the views. */
const NUMBERS = ['diracGamma', 'diracClip', 'diracLambda', 'diracSlope', 'diracSigma'];

/** Present numbers of a live parameter. */
type Live = (name: string) => Tensor;
/** A place (θ, ψ) or a velocity there; tensors of one shape. */
interface Place {
  theta: Tensor;
  psi: Tensor;
}

/** The players' velocities (dθ/dt, dψ/dt) by the plain game: gradient descent of G and ascent of D. */
function plainField(loss: string, { theta, psi }: Place): Place {
  if (loss === 'wasserstein') return { theta: neg(psi), psi: theta };
  const t = mul(psi, theta);
  const slope = sigmoid(neg(t)); // f′(t) of f(t) = −log(1 + e⁻ᵗ)
  return { theta: neg(mul(psi, loss === 'minimax' ? slope : sigmoid(t))), psi: mul(theta, slope) };
}

/** The same in the mean over N(0, σ²) noise on the generated and on the real sample. */
function noisyField(loss: string, { theta, psi }: Place, sigma: Tensor): Place {
  const at = NODES.map((node) => {
    const fake = plainField(loss, { theta: add(theta, mul(sigma, node)), psi });
    const x = mul(sigma, node);
    const real = loss === 'wasserstein' ? x : mul(x, sigmoid(mul(psi, x))); // x f′(−ψ x)
    return { theta: fake.theta, psi: sub(fake.psi, real) };
  });
  const weighted = (part: 'theta' | 'psi') =>
    at.map((one, i) => mul(one[part], WEIGHTS[i] as number)).reduce((total, term) => add(total, term));
  return { theta: weighted('theta'), psi: weighted('psi') };
}

/** v − γ ∇½‖v‖²: consensus optimization. */
function consensusField(loss: string, place: Place, gamma: Tensor): Place {
  const v = plainField(loss, place);
  const [theta, psi] = grads((a: Tensor, b: Tensor) => {
    const u = plainField(loss, { theta: a, psi: b });
    return mul(0.5, sum(add(square(u.theta), square(u.psi))));
  })([place.theta, place.psi]) as [Tensor, Tensor];
  return { theta: sub(v.theta, mul(gamma, theta)), psi: sub(v.psi, mul(gamma, psi)) };
}

/** The velocities under the chosen loss and regularizer. */
function field({ diracLoss, diracRegularizer }: ParamValues, place: Place, live: Live): Place {
  const loss = diracLoss as string;
  const v = plainField(loss, place);
  switch (diracRegularizer) {
    case 'r1':
      return { ...v, psi: sub(v.psi, mul(live('diracGamma'), place.psi)) };
    case 'gradient-penalty': {
      const excess = mul(sub(abs(place.psi), live('diracSlope')), sign(place.psi));
      return { ...v, psi: sub(v.psi, mul(live('diracLambda'), excess)) };
    }
    case 'instance-noise':
      return noisyField(loss, place, live('diracSigma'));
    case 'consensus':
      return consensusField(loss, place, live('diracGamma'));
    default:
      return v;
  }
}

/** G's and D's loss at a place. */
function losses(loss: string, { theta, psi }: Place): { generator: Scalar; discriminator: Scalar } {
  const t = mul(psi, theta);
  if (loss === 'wasserstein') return { generator: mean(t) as Scalar, discriminator: neg(mean(t)) as Scalar };
  const value = sub(neg(mean(softplus(neg(t)))), Math.LN2); // f(ψθ) + f(0)
  const generator = loss === 'minimax' ? value : mean(softplus(t));
  return { generator: generator as Scalar, discriminator: neg(value) as Scalar };
}

/** Named variables of a part. */
const part = (state: Record<string, Variable>) => ({
  state: () => state,
  dispose: () => {
    for (const value of Object.values(state)) value.dispose();
  },
});

const FLOW: System['flow'] = [
  { from: 'G', to: 'D', quantity: 'θ' },
  { from: 'D', to: 'loss', quantity: 'ψ' },
  { from: 'D', to: 'loss', quantity: 'D(G(z))' },
  { from: 'loss', to: 'G', quantity: 'gradient/generator' },
  { from: 'loss', to: 'D', quantity: 'gradient/discriminator' },
];

/** A place as the row [1, 2]. */
const rowOf = ({ theta, psi }: Place): Tensor => concat([reshape(theta, [1, 1]), reshape(psi, [1, 1])], 1);

/** A path [PATH, 2] that goes on to one more place; the oldest is forgotten. */
const extended = (path: Tensor, place: Place): Tensor => concat([slice(path, [1, 0], [PATH - 1, 2]), rowOf(place)], 0);

/** The θ of the newest place. */
const newestTheta = (path: Tensor): Tensor => reshape(slice(path, [PATH - 1, 0], [1, 1]), []);

/**
 * `path`: the last places, flat, the present one the newest; `field`: the velocities at places that are given flat,
 * [θ₁, ψ₁, θ₂, …].
 */
function viewsOf(params: ParamValues, here: Place, path: Variable, numbers: Variable): System['views'] {
  const live = (name: string) => reshape(slice(numbers, [NUMBERS.indexOf(name)], [1]), []);
  return {
    path: (x) => add(reshape(extended(path, here), [2 * PATH]), mul(0, sum(x))),
    field: (x) => {
      const places = reshape(x, [-1, 2]);
      const at = { theta: slice(places, [0, 0], [-1, 1]), psi: slice(places, [0, 1], [-1, 1]) };
      const v = field(params, at, live);
      return reshape(concat([v.theta, v.psi], 1), [-1]);
    },
  };
}

/**
 * The Dirac-GAN (Mescheder, Geiger, Nowozin, arXiv 1801.04406, section 2): real data are all at 0, G is one number θ, and D the
 * line D(x) = ψ x, whose value is the logit of *generated*. L(θ, ψ) = f(ψ θ) + f(0), f(t) = −log(1 + e⁻ᵗ); the only
 * equilibrium is (0, 0). Both follow their velocities by steps of h:
 *   θ ← θ + h v_θ(θ, ψ);   ψ ← ψ + h v_ψ(θ, ψ), at the old θ where they move simultaneously.
 */
export const dirac: SystemDefinition = {
  id: 'dirac',
  paper: {
    authors: 'Mescheder, Geiger, Nowozin',
    title: 'Which Training Methods for GANs do actually Converge?',
    year: 2018,
    id: '1801.04406',
  },
  players: ['generator', 'discriminator'],
  needs: { kinds: ['point'] },
  params: PARAMS,

  build({ params }): System {
    const theta = stateVariable(() => scalar(1));
    const psi = stateVariable(() => scalar(1));
    /**
     * The last places (θ, ψ) that were left behind or reached by D: the newest holds the θ that D moves by in simultaneous moves.
     * While G moves alone, that is the place which its last step left.
     */
    const path = stateVariable(() => ones([PATH, 2]));
    const numbers = stateVariable(() => tensor1d(NUMBERS.map((name) => params[name] as number)));
    const keepNumbers = (io: StepIO) => assign(io, numbers, stack(NUMBERS.map((name) => io.live(name))));
    const simultaneous = params['diracMoves'] === 'simultaneous';
    const loss = params['diracLoss'] as string;
    const see = (io: StepIO, place: Place, v: Tensor) => {
      io.see('θ', () => place.theta);
      io.see('ψ', () => place.psi);
      io.see('D(G(z))', () => mul(place.psi, place.theta));
      io.see(`gradient/${io.player}`, () => abs(v));
    };

    return {
      latentSize: 0,
      parts: { G: part({ theta }), D: part({ psi, path }), present: part({ numbers }) },
      parameters: { generator: 1, discriminator: 1 },
      turns: [
        {
          player: 'generator',
          times: () => 1,
          update(io) {
            const place = { theta, psi };
            const v = field(params, place, (name) => io.live(name));
            see(io, place, v.theta);
            keepNumbers(io);
            // Where D moved last, the place that G leaves is on the path already.
            const alone = step(abs(sub(theta, newestTheta(path))));
            const longer = sub(extended(path, place), path);
            assign(io, path, add(path, mul(alone, longer)));
            assign(io, theta, add(theta, mul(io.live('generatorRate'), v.theta)));
            return losses(loss, place).generator;
          },
        },
        {
          player: 'discriminator',
          times: (live) => (simultaneous ? 1 : live('k')),
          update(io) {
            const place = { theta: simultaneous ? newestTheta(path) : theta, psi };
            const v = field(params, place, (name) => io.live(name));
            see(io, place, v.psi);
            const moved = add(psi, mul(io.live('discriminatorRate'), v.psi));
            const c = () => io.live('diracClip');
            const next = params['diracRegularizer'] === 'clip' ? clipped(moved, c()) : moved;
            keepNumbers(io);
            assign(io, psi, next);
            assign(io, path, extended(path, { theta, psi: next }));
            return losses(loss, place).discriminator;
          },
        },
      ],
      flow: FLOW,
      scores: null,
      generate: (noise) => mul(ones([noise.shape[0], 1]), theta),
      views: viewsOf(params, { theta, psi }, path, numbers),
    };
  },
};

const clipped = (x: Tensor, c: Tensor): Tensor =>
  sub(ACTIVATION_FUNCTIONS.relu(add(x, c)), add(ACTIVATION_FUNCTIONS.relu(sub(x, c)), c));
