import type { TFunction } from 'i18next';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isTermCurve } from '../../core/curves';
import type { CurveInfo } from '../../core/stage';
import { useWords, type Words } from '../controls/words';
import { useApp } from '../store';
import { layerName } from './layerName';

/** Names of the panels and, under the curve's id, of every curve of the open run; under `<id>/end` the short one at its last point. */
export function useCurveNames(): Readonly<Record<string, string>> {
  const { t } = useTranslation();
  const { words } = useWords();
  const curves = useApp((app) => app.run?.curves);
  const critic = useApp((app) => {
    const id = app.run?.config.systemParams.objective;
    const score = app.catalog?.objectives.find((objective) => objective.id === id)?.score;
    return score === 'critic' || score === 'signed';
  });
  return useMemo(
    () => ({
      loss: t('charts.loss'),
      score: t(critic ? 'charts.scoreCritic' : 'charts.score'),
      gradient: t('charts.gradient'),
      compared: t('charts.compared'),
      iteration: t('charts.iteration'),
      theoryD: t('charts.theoryD'),
      theoryG: t('charts.theoryG'),
      'score/real': 'D(x)',
      'score/fake': 'D(G(z))',
      'score/real/end': 'D(x)',
      'score/fake/end': 'D(G(z))',
      ...playerNames(t),
      ...Object.fromEntries(
        (curves ?? []).flatMap((curve) => {
          const names = ownNames(curve, t, words);
          if (!names) return [];
          return [
            [curve.id, names[0]],
            [`${curve.id}/end`, names[1]],
          ];
        }),
      ),
    }),
    [t, words, critic, curves],
  );
}

/** Name and short name of a curve that only some runs have: of a layer, of an objective that is compared, of a term. */
function ownNames({ id, group, of, layer }: CurveInfo, t: TFunction, words: Words): [string, string] | null {
  if (layer) return [layerName(layer, words), `${layer.network} ${layer.place}`];
  if (group === 'compared') {
    return [t('charts.comparedOf', { objective: t(`objectives.${of}.name`) }), t(`charts.short.${of}`)];
  }
  if (!isTermCurve(id)) return null;
  const name = words(`charts.terms.${of}`, {}, of);
  return [name, name];
}

/** Letters of the players whose networks have one. */
const LETTERS = { discriminator: 'D', generator: 'G', encoder: 'E' };

/** Names of every player's loss and gradient norm, by curve. */
function playerNames(t: TFunction): Record<string, string> {
  const named = Object.entries(LETTERS).flatMap(([player, of]) => [
    [`loss/${player}`, t('charts.lossOf', { of })],
    [`loss/${player}/end`, of],
    [`gradient/${player}`, t('charts.gradientOf', { of })],
    [`gradient/${player}/end`, of],
  ]);
  return {
    ...Object.fromEntries(named),
    'loss/autoencoder': t('charts.lossOfBoth'),
    'loss/autoencoder/end': t('charts.lossOfBoth'),
    'gradient/autoencoder': t('charts.gradientOfBoth'),
    'gradient/autoencoder/end': '',
  };
}
