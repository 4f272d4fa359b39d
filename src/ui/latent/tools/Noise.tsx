import { Slider } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Stream } from '../../../core/random';
import { sizeOf } from '../../../core/shape';
import { PictureGrid } from '../../pictures/PictureGrid';
import type { ToolProps } from '../toolProps';
import { useBelief } from '../useBelief';
import { usePictures } from '../usePictures';
import { useRealPictures } from '../useRealPictures';

const COUNT = 8;

/** A number as an exponent. */
const raised = (value: number): string => [...String(value)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('');

/** Pictures of random pixels beside data and samples: how small the part of image space is that looks like anything. */
export function Noise({ run, samples }: ToolProps) {
  const { t } = useTranslation();
  const [share, setShare] = useState(1);
  const made = usePictures(useMemo(() => samples.slice(0, COUNT), [samples]));
  const size = sizeOf(run.data.shape);
  const data = useRealPictures(run, COUNT * size);
  const random = useMemo(() => {
    const stream = new Stream(1, 'random pixels');
    return Uint8Array.from({ length: COUNT * size }, () => stream.below(256));
  }, [size]);
  const mixed = useMemo(
    () => data && random.map((value, i) => Math.round(share * value + (1 - share) * (data[i] as number))),
    [random, data, share],
  );
  const rows = [
    { name: t('latent.noise.random'), bytes: mixed, belief: useBelief(mixed) },
    { name: t('latent.noise.data'), bytes: data, belief: useBelief(data) },
    { name: t('latent.noise.generated'), bytes: made?.bytes, belief: useBelief(made?.bytes ?? null) },
  ];
  return (
    <div className="latent-tool">
      {rows.map(({ name, bytes, belief }, i) => (
        <figure key={name}>
          <figcaption>
            {name}
            {belief && <small className="quiet tabular">{belief}</small>}
            {i === 0 && (
              <span className="latent-mixer">
                <Slider
                  size="sm"
                  min={0}
                  max={1}
                  step={0.01}
                  value={share}
                  onChange={setShare}
                  label={null}
                  thumbLabel={t('latent.noise.share')}
                  thumbProps={{ 'aria-valuetext': `${Math.round(100 * share)} %` }}
                />
                <output className="tabular">{Math.round(100 * share)} %</output>
              </span>
            )}
          </figcaption>
          {bytes && (
            <PictureGrid className="latent-strip" bytes={bytes} shape={run.data.shape} count={COUNT} label={name} />
          )}
        </figure>
      ))}
      <p className="quiet">
        {t('latent.noise.help', {
          shape: run.data.shape.join('×'),
          exponent: raised(Math.floor(size * Math.log10(256))),
        })}
      </p>
    </div>
  );
}
