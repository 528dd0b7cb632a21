import type { Condition, ValueType } from '../../../../../language/index.ts';
import { attributeOf, withOperator } from '../../../../segment-editor/attribute-row.ts';
import type { EditorRow, LeafCondition } from '../../../../segment-editor/node.ts';
import { choiceOf, operatorChoices } from '../../../../segment-editor/operators.ts';
import { setCondition } from '../../../../segment-editor/edits.ts';
import { SubjectPicker } from '../conditions/subject-picker.tsx';
import { useBuilder } from '../builder-context.ts';
import { useLabels } from './labels.ts';
import { OperatorSelect } from './operator-select.tsx';
import { ValuesInput } from './values-input.tsx';
import { WindowInput } from './window-input.tsx';

type Props = {
  readonly row: EditorRow;
  readonly condition: LeafCondition;
  readonly onChange: (condition: LeafCondition, pending?: boolean) => void;
};

/** A condition about a trait or a feature: how it compares, whether it is known, or when its date lies. */
export function AttributeForm({ row, condition, onChange }: Props) {
  const { vocabulary, editor } = useBuilder();
  const { attributeLabel } = useLabels();
  const attribute = attributeOf(condition) ?? '';
  const word = vocabulary.attributes.get(attribute);
  const type: ValueType = word?.type ?? typeByValues(condition);
  const choice = choiceOf(condition) ?? '=';
  return (
    <>
      <SubjectPicker
        onChoose={(start) => {
          const begun = start();
          editor.edit((root) => setCondition(root, row.id, begun.condition, begun.pending));
        }}
      >
        {attributeLabel(attribute)}
      </SubjectPicker>
      <OperatorSelect
        value={choice}
        type={type}
        choices={operatorChoices(type, choice)}
        onChange={(chosen) => {
          const next = withOperator(row, attribute, chosen);
          onChange(next.condition, next.pending);
        }}
      />
      {condition.kind === 'compare' ? (
        <ValuesInput
          type={type}
          operator={condition.operator}
          values={condition.values}
          suggestions={word?.values}
          unit={word?.unit}
          onChange={(values, whole) => onChange({ ...condition, values }, !whole)}
        />
      ) : null}
      {condition.kind === 'date' ? (
        <WindowInput
          window={condition.window}
          ahead
          onChange={(window) => {
            if (window !== undefined) onChange({ ...condition, window });
          }}
        />
      ) : null}
    </>
  );
}

/** Where the word is not known here, the values that are there say what it is. */
function typeByValues(condition: Condition): ValueType {
  if (condition.kind === 'date') return 'date';
  if (condition.kind !== 'compare') return 'text';
  if (condition.operator.startsWith('contains ')) return 'list';
  const [first] = condition.values;
  return typeof first === 'number' ? 'number' : typeof first === 'boolean' ? 'boolean' : 'text';
}
