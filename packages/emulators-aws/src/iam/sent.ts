/**
 * An input as a handler receives it: what the model requires is there, since the wire refuses a request without it.
 * The SDK's own types allow undefined for it.
 */
export type Sent<Input> = {
  [Name in keyof Input]: Record<never, never> extends Pick<Input, Name> ? Input[Name] : Exclude<Input[Name], undefined>;
};
