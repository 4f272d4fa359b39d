import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { PictureGrid } from '../../pictures/PictureGrid';
import type { ToolProps } from '../toolProps';
import { usePictures } from '../usePictures';
import { arithmetic } from '../vectors';

const SIGNS = ['', '−', '+', '='];
const NAMES = ['A', 'B', 'C', 'A − B + C'];

/** Arithmetic on what was picked, A − B + C in noise, and the same sum in pixels beside it. */
export function Arithmetic({ run, slots }: ToolProps) {
  const { t } = useTranslation();
  const { A, B, C } = slots;
  const made = usePictures(useMemo(() => [A, B, C, arithmetic(A, B, C)], [A, B, C]));
  const bytes = useMemo(() => made && withPixelSum(made.bytes), [made]);
  return (
    <div className="latent-tool">
      {bytes && (
        <ol className="latent-sum" aria-label={t('latent.arithmetic.label')}>
          {NAMES.map((name, i) => (
            <li key={name}>
              <span className="latent-sign">{SIGNS[i]}</span>
              <figure>
                <PictureGrid bytes={bytes} shape={run.data.shape} from={i} label={name} />
                <figcaption>{name}</figcaption>
              </figure>
            </li>
          ))}
          <li className="latent-aside">
            <figure>
              <PictureGrid bytes={bytes} shape={run.data.shape} from={4} label={t('latent.arithmetic.pixels')} />
              <figcaption>{t('latent.arithmetic.pixels')}</figcaption>
            </figure>
          </li>
        </ol>
      )}
      <p className="quiet">{t('latent.arithmetic.help')}</p>
    </div>
  );
}

/** The pictures with a fifth one behind them: the first minus the second plus the third, pixel by pixel. */
function withPixelSum(bytes: Uint8Array): Uint8Array {
  const size = bytes.length / 4;
  const out = new Uint8Array(5 * size);
  out.set(bytes);
  for (let i = 0; i < size; i++) {
    const sum = (bytes[i] as number) - (bytes[size + i] as number) + (bytes[2 * size + i] as number);
    out[4 * size + i] = Math.min(255, Math.max(0, sum));
  }
  return out;
}
