import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LayerInside } from '../../core/inside';
import { formatCount } from '../controls/numbers';
import { useWords } from '../controls/words';
import { readPalette } from '../stage/palette';
import { appStore, useApp } from '../store';
import { drawOutput, drawSpread } from './drawInside';

/** The layers are looked at again at most this often, and only where the run has moved. */
const EVERY_MS = 1500;

/** The layers of one network in place: parameters, how the weights are spread, and what each layer makes of one input. */
export function Inside({ network }: { network: string }) {
  const { t } = useTranslation();
  const { words, language } = useWords();
  const layers = useLayers(network);
  const title = words(`game.nodes.${network}`, {}, network);
  if (!layers) return null;
  return (
    <section className={`game-inside node-${network}`} aria-label={t('game.layersOf', { network: title })}>
      <ol>
        {layers.map((layer, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: layers have no other name than their place
          <li key={i} data-layer={layer.type}>
            <b>{words(`controls.layers.types.${layer.type}.name`, {}, layer.type)}</b>
            {layer.parameters > 0 && (
              <small>{t('game.weights', { count: formatCount(layer.parameters, language) as never })}</small>
            )}
            {layer.weights && <Picture layer={layer} draw={drawSpread} label={spreadWords(layer)} />}
            {layer.output && <Picture layer={layer} draw={drawOutput} label={outputWords(layer)} />}
          </li>
        ))}
      </ol>
      <p className="quiet">{t('game.layerPictures')}</p>
    </section>
  );

  function spreadWords({ weights }: LayerInside): string {
    return t('game.layerWeights', { mean: weights?.mean.toPrecision(2), sd: weights?.sd.toPrecision(2) });
  }

  function outputWords({ output }: LayerInside): string {
    return t('game.layerOutput', { shape: output?.shape.join(' × ') });
  }
}

interface PictureProps {
  layer: LayerInside;
  draw(canvas: HTMLCanvasElement, layer: LayerInside, colour: string, quiet: string): void;
  label: string;
}

function Picture({ layer, draw, label }: PictureProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (!canvas.current) return;
    const colour = getComputedStyle(canvas.current).getPropertyValue('--node').trim();
    draw(canvas.current, layer, colour, readPalette().quiet);
  }, [layer, draw]);
  return (
    <figure>
      <canvas ref={canvas} role="img" aria-label={label} />
      <figcaption>{label}</figcaption>
    </figure>
  );
}

function useLayers(network: string): readonly LayerInside[] | null {
  const lookInside = useApp((app) => app.lookInside);
  const [layers, setLayers] = useState<readonly LayerInside[] | null>(null);
  useEffect(() => {
    let seen = -1;
    let asking = false;
    const ask = async () => {
      const { iteration } = appStore.getState().status;
      if (asking || iteration === seen) return;
      asking = true;
      seen = iteration;
      setLayers(await lookInside(network));
      asking = false;
    };
    void ask();
    const timer = setInterval(() => void ask(), EVERY_MS);
    return () => clearInterval(timer);
  }, [network, lookInside]);
  return layers;
}
