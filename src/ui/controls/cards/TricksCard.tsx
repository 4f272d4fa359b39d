import { configCombination } from '../../../core/config';
import { useApp } from '../../store';
import classes from '../controls.module.css';
import type { Experiment } from '../experiment';
import { ParamForm } from '../fields/ParamForm';
import { fieldsOf } from '../forms';
import { sentence, useWords } from '../words';

/** Regularizers and tricks on top of the objective, and why they do not go together where they do not. */
export function TricksCard({ experiment }: { experiment: Experiment }) {
  const { draft, running, system } = experiment;
  const edit = useApp((app) => app.editParam);
  return (
    <div className={classes.form}>
      <Refusal experiment={experiment} />
      <ParamForm
        fields={fieldsOf(system.params, draft.systemParams, 'tricks')}
        values={draft.systemParams}
        running={running?.systemParams ?? null}
        onChange={edit}
      />
    </div>
  );
}

/** Why the draft's choices do not go together, if so. */
export function Refusal({ experiment: { draft, catalog } }: { experiment: Experiment }) {
  const { words } = useWords();
  const problem = configCombination(draft, catalog);
  return (
    problem && (
      <p className={classes.refused} role="alert" data-code={problem.code}>
        {sentence(words, problem)}
      </p>
    )
  );
}
