import { Button, NativeSelect, Slider } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PictureGrid } from '../../pictures/PictureGrid';
import type { ToolProps } from '../toolProps';
import { dimensionsOf, useDirections, type Way } from '../useDirections';
import { usePictures } from '../usePictures';
import { along, coordinate, type Latent, steps } from '../vectors';

/** Sliders at once. */
const PAGE = 8;
/** Small pictures beside each slider, from its lower to its upper end. */
const PLACES = steps(5);

/** A slider for each direction, or for each dimension of the noise; the pictures beside it show what it does. */
export function Sliders({ run, slots }: ToolProps) {
  const { t } = useTranslation();
  const { found, busy, look } = useDirections(run.latentSize);
  const [page, setPage] = useState(-1);
  const [moved, setMoved] = useState<{ from: Latent; z: Latent } | null>(null);
  // Another sample in slot A begins anew.
  const z = moved?.from === slots.A ? moved.z : slots.A;
  const dimensions = useMemo(() => dimensionsOf(run.latentSize, run.prior), [run]);
  const pages = Math.ceil(dimensions.length / PAGE);
  const ways = useMemo(
    () => (page < 0 ? (found?.ways ?? []) : dimensions.slice(page * PAGE, (page + 1) * PAGE)),
    [page, found, dimensions],
  );
  const made = usePictures(
    useMemo(
      () => [
        z,
        ...ways.flatMap(({ vector, low, high }) => PLACES.map((share) => along(z, vector, low + share * (high - low)))),
      ],
      [z, ways],
    ),
  );
  const { shape } = run.data;
  return (
    <div className="latent-tool latent-turn">
      <div className="latent-large">
        {made && <PictureGrid bytes={made.bytes} shape={shape} label={t('latent.sliders.picture')} />}
        <NativeSelect
          size="xs"
          aria-label={t('latent.sliders.which')}
          value={page}
          onChange={({ currentTarget }) => setPage(Number(currentTarget.value))}
          data={[
            { value: '-1', label: t('latent.sliders.directions') },
            ...Array.from({ length: pages }, (_, i) => ({
              value: String(i),
              label: t('latent.sliders.dimensions', {
                from: i * PAGE + 1,
                to: Math.min(dimensions.length, (i + 1) * PAGE),
              }),
            })),
          ]}
        />
        <Button size="compact-xs" variant="default" onClick={() => setMoved(null)}>
          {t('latent.sliders.back')}
        </Button>
        {page < 0 && (
          <Button size="compact-xs" variant="default" disabled={busy} onClick={() => void look()}>
            {t('latent.sliders.again')}
          </Button>
        )}
      </div>
      <ul className="latent-sliders">
        {ways.map((way, i) => (
          <Turner
            key={`${way.kind} ${way.number}`}
            way={way}
            value={coordinate(z, way.vector)}
            onChange={(value) => setMoved({ from: slots.A, z: along(z, way.vector, value) })}
          >
            {made && made.latents.length === 1 + ways.length * PLACES.length && (
              <PictureGrid bytes={made.bytes} shape={shape} from={1 + i * PLACES.length} count={PLACES.length} />
            )}
          </Turner>
        ))}
      </ul>
      <p className="quiet" data-found={found?.iteration ?? ''}>
        {t(busy ? 'latent.sliders.busy' : 'latent.sliders.help', { iteration: found?.iteration ?? 0 })}
      </p>
    </div>
  );
}

interface TurnerProps {
  way: Way;
  value: number;
  onChange(value: number): void;
  children: React.ReactNode;
}

function Turner({ way, value, onChange, children }: TurnerProps) {
  const { t } = useTranslation();
  const name = t(`latent.way.${way.kind}`, { number: way.number });
  return (
    <li>
      <span className="latent-way">
        {name}
        {way.share !== null && (
          <small className="quiet">{t('latent.way.share', { share: (100 * way.share).toFixed(0) })}</small>
        )}
      </span>
      <Slider
        size="sm"
        min={way.low}
        max={way.high}
        step={0.05}
        value={value}
        onChange={onChange}
        label={null}
        thumbLabel={name}
        thumbProps={{ 'aria-valuetext': value.toFixed(2) }}
      />
      <output className="tabular">{value.toFixed(2)}</output>
      {children}
    </li>
  );
}
