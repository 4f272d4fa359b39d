import { useApp } from '../../store';
import classes from '../controls.module.css';
import type { Experiment } from '../experiment';
import { ParamForm } from '../fields/ParamForm';
import { byPlayer, type Field, fieldsOf } from '../forms';
import { useWords } from '../words';

/** How each player learns, side by side in the players' colours. */
export function OptimizersCard({ experiment }: { experiment: Experiment }) {
  const { draft, running, system } = experiment;
  const edit = useApp((app) => app.editParam);
  const { words } = useWords();
  const { shared, players } = byPlayer(fieldsOf(system.params, draft.systemParams, 'optimizers'), system.players);
  const form = (fields: readonly Field[], short: boolean) => (
    <ParamForm
      fields={fields}
      values={draft.systemParams}
      running={running?.systemParams ?? null}
      short={short}
      onChange={edit}
    />
  );
  return (
    <div className={classes.form}>
      {form(shared, false)}
      <div className={classes.players}>
        {players.map(({ player, fields }) => (
          <fieldset key={player} className={classes.player} data-player={player}>
            <legend>{words(`controls.players.${player}`, {}, player)}</legend>
            {form(fields, true)}
          </fieldset>
        ))}
      </div>
    </div>
  );
}
