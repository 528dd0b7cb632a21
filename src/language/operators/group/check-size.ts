import { type CheckContext, reportError } from '../../check/context.ts';

/** An empty list is neither true nor false: it is a mistake. */
export function checkGroupSize(group: { readonly kind: string; readonly of: readonly unknown[] }, context: CheckContext): void {
  if (group.of.length > 0) return;
  reportError(
    context,
    group,
    undefined,
    'group.empty',
    `\`${group.kind} of ()\` has no conditions.`,
    'Put at least one condition between the parentheses, or leave it out.',
  );
}
