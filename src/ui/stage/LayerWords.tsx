import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../store';
import { LAYERS, type LineLayer, type PlaneLayer, switched } from './layers';

interface LayerWordsProps<K extends '1d' | '2d'> {
  kind: K;
  /** What the layer shows, or why it shows nothing. */
  says(layer: (typeof LAYERS)[K][number]): ReactNode;
}

/** A sentence for each layer that is shown, and the names of the others; each name switches its layer. */
export function LayerWords<K extends '1d' | '2d'>({ kind, says }: LayerWordsProps<K>) {
  const { t } = useTranslation();
  const shown = useApp((app) => app.layers[kind]);
  const layers: readonly (typeof LAYERS)[K][number][] = LAYERS[kind];
  const hidden = layers.filter((layer) => !shown.includes(layer));
  return (
    <p className="stage-sentences">
      {layers.map(
        (layer) =>
          shown.includes(layer) && (
            <span key={layer}>
              <Word kind={kind} layer={layer} on /> <span className="quiet">{says(layer)}</span>{' '}
            </span>
          ),
      )}
      {hidden.length > 0 && (
        <span>
          <span className="quiet">{t('stage.hidden')} </span>
          {hidden.map((layer, i) => (
            <Fragment key={layer}>
              {i > 0 && ', '}
              <Word kind={kind} layer={layer} on={false} />
            </Fragment>
          ))}
        </span>
      )}
    </p>
  );
}

function Word({ kind, layer, on }: { kind: '1d' | '2d'; layer: LineLayer | PlaneLayer; on: boolean }) {
  const { t } = useTranslation();
  const shown = useApp((app) => app.layers[kind]);
  const showLayers = useApp((app) => app.showLayers);
  const word =
    kind === '1d' ? t(`stage.line.${layer as LineLayer}.word`) : t(`stage.plane.${layer as PlaneLayer}.word`);
  return (
    <button
      type="button"
      className={`layer-word word-${layer}`}
      aria-pressed={on}
      onClick={() => showLayers(kind, switched(shown, layer))}
    >
      {word}
    </button>
  );
}
