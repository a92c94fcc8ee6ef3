/** Which way a text goes: to the model or from it. */
export type Direction = 'INPUT' | 'OUTPUT';

interface Directed<Action> {
  readonly inputAction?: Action | undefined;
  readonly outputAction?: Action | undefined;
  readonly inputEnabled?: boolean | undefined;
  readonly outputEnabled?: boolean | undefined;
}

/** Whether a rule looks at texts of this direction. */
export const isEnabled = (rule: Directed<string>, direction: Direction): boolean =>
  (direction === 'INPUT' ? rule.inputEnabled : rule.outputEnabled) ?? true;

/** What a rule does when it finds something. */
export const actionOf = <Action>(rule: Directed<Action>, direction: Direction, usual: Action): Action =>
  (direction === 'INPUT' ? rule.inputAction : rule.outputAction) ?? usual;
