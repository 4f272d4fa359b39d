import { Button } from '@mantine/core';
import type { ParamValue, ParamValues } from '../../../core/params';
import { useApp } from '../../store';
import classes from '../controls.module.css';
import type { Experiment } from '../experiment';
import { ParamForm } from '../fields/ParamForm';
import { fieldsOf } from '../forms';
import { useWords } from '../words';
import { Formula } from './Formula';
import { Paper } from './Paper';
import { Refusal } from './TricksCard';

/** What the players play for: the objective with its formulas and paper, its own numbers, and the penalty. */
export function ObjectiveCard({ experiment }: { experiment: Experiment }) {
  const { catalog, draft, running, system } = experiment;
  const edit = useApp((app) => app.editParam);
  const { words } = useWords();
  const fields = fieldsOf(system.params, draft.systemParams, 'objective');
  // Any choice whose values are objectives of the catalog is explained by the one that it names.
  const chosen = catalog.objectives.find(({ id }) =>
    fields.some(({ name, spec }) => spec.kind === 'choice' && draft.systemParams[name] === id),
  );
  const place = fields.findIndex(({ name }) => draft.systemParams[name] === chosen?.id) + 1;
  const form = (part: typeof fields) => (
    <ParamForm fields={part} values={draft.systemParams} running={running?.systemParams ?? null} onChange={edit} />
  );
  return (
    <div className={classes.form}>
      {form(fields.slice(0, place))}
      {chosen && (
        <div>
          <p className={classes.hint}>{words(`objectives.${chosen.id}.hint`, {}, '')}</p>
          <dl className={classes.formulas}>
            {(['discriminator', 'generator'] as const).map((player) => (
              <div key={player} data-player={player}>
                <dt>{words('controls.objective.minimises', { player: words(`controls.players.${player}`) })}</dt>
                <dd>
                  <Formula text={words(`objectives.${chosen.id}.${player}`, {}, '')} />
                </dd>
              </div>
            ))}
          </dl>
          <Paper paper={chosen.paper} />
          {chosen.recipe && <Recipe recipe={chosen.recipe} values={draft.systemParams} onUse={edit} />}
        </div>
      )}
      {form(fields.slice(place))}
      <Refusal experiment={experiment} />
    </div>
  );
}

interface RecipeProps {
  recipe: ParamValues;
  values: ParamValues;
  onUse(name: string, value: ParamValue): void;
}

/** Sets what the paper's algorithm states; idle while all of it stands so. */
function Recipe({ recipe, values, onUse }: RecipeProps) {
  const { words } = useWords();
  const changes = Object.entries(recipe).filter(([name, value]) => name in values && values[name] !== value);
  return (
    <Button
      size="compact-xs"
      variant="default"
      mt={6}
      title={words('controls.objective.recipeHelp')}
      disabled={changes.length === 0}
      onClick={() => {
        for (const [name, value] of changes) onUse(name, value);
      }}
    >
      {words('controls.objective.recipe')}
    </Button>
  );
}
