import { useTranslation } from 'react-i18next';
import { useApp } from '../store';
import { useNowAndThen } from '../useNowAndThen';

/** Numbers are read, not watched. */
const EVERY_MS = 250;

/** The latest value of every curve as a table: the charts for those who do not see them, and exact numbers for all. */
export function LastValues({ names, layersOf }: { names: Readonly<Record<string, string>>; layersOf: string | null }) {
  const { t } = useTranslation();
  const curves = useApp((app) => app.run?.curves ?? null);
  const version = useNowAndThen(EVERY_MS, (app) => app.curves.version);
  const columns = useApp((app) => app.curves.columns);
  if (!curves) return null;
  return (
    <table className="charts-values tabular" data-version={version}>
      <caption className="for-readers">{t('charts.latest')}</caption>
      <tbody>
        {curves.map((curve, i) =>
          curve.layer && curve.layer.network !== layersOf ? null : (
            <tr key={curve.id}>
              <th scope="row" className={`actor-${curve.of}`}>
                {names[curve.id] ?? curve.id}
              </th>
              <td>{show(lastMeasured(columns[i]))}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}

function lastMeasured(column: readonly number[] | undefined): number | null {
  return column?.findLast((value) => Number.isFinite(value)) ?? null;
}

const show = (value: number | null): string => (value === null ? '—' : value.toPrecision(3));
