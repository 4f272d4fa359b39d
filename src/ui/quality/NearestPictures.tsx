import { useTranslation } from 'react-i18next';
import type { NearestPictures as Pictures } from '../../core/quality';
import { PictureGrid } from '../pictures/PictureGrid';
import { percent } from './telling';

/** Generated pictures with the training pictures nearest to them: whether the generator memorizes. */
export function NearestPictures({ nearest }: { nearest: Pictures }) {
  const { t } = useTranslation();
  const mean = nearest.distances.reduce((sum, one) => sum + one, 0) / nearest.distances.length;
  return (
    <section className="quality-part" aria-label={t('quality.nearest')}>
      <h3>{t('quality.nearest')}</h3>
      <ul className="nearest">
        {nearest.distances.map((distance, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the pictures have no other name than their place
          <li key={i} title={t('quality.nearestPair', { distance: percent(distance) })}>
            <PictureGrid bytes={nearest.fake} shape={nearest.shape} from={i} className="nearest-fake" />
            <PictureGrid bytes={nearest.real} shape={nearest.shape} from={i} className="nearest-real" />
            <span className="tabular">{percent(distance)}</span>
          </li>
        ))}
      </ul>
      <p className="quiet">{t('quality.nearestMeaning', { mean: percent(mean), usual: percent(nearest.usual) })}</p>
    </section>
  );
}
