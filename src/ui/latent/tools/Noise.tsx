import { Slider } from '@mantine/core';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Stream } from '../../../core/random';
import { PictureGrid } from '../../pictures/PictureGrid';
import { useApp } from '../../store';
import type { ToolProps } from '../toolProps';
import { usePictures } from '../usePictures';

const COUNT = 8;

/** Pictures of random pixels beside data and samples: how small the part of image space is that looks like anything. */
export function Noise({ run, samples }: ToolProps) {
  const { t } = useTranslation();
  const [share, setShare] = useState(1);
  const real = useApp((app) => (app.stage?.kind === 'image' ? app.stage.real : null));
  const made = usePictures(useMemo(() => samples.slice(0, COUNT), [samples]));
  const size = run.data.shape.reduce((product, axis) => product * axis, 1);
  const random = useMemo(() => {
    const stream = new Stream(1, 'random pixels');
    return Uint8Array.from({ length: COUNT * size }, () => stream.below(256));
  }, [size]);
  const mixed = useMemo(
    () => real && random.map((value, i) => Math.round(share * value + (1 - share) * (real[i] as number))),
    [random, real, share],
  );
  const rows = [
    { name: t('latent.noise.random'), bytes: mixed },
    { name: t('latent.noise.data'), bytes: real },
    { name: t('latent.noise.generated'), bytes: made?.bytes },
  ];
  return (
    <div className="latent-tool">
      {rows.map(({ name, bytes }, i) => (
        <figure key={name}>
          <figcaption>
            {name}
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
          exponent: Math.floor(size * Math.log10(256)).toLocaleString('en'),
        })}
      </p>
    </div>
  );
}
