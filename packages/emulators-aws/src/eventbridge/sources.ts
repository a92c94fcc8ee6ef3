import { getBus } from './buses.ts';
import { dispatchEvent, eventOf, type Happening } from './matching.ts';
import type { EventsCall } from './state.ts';

/** What services of the account tell; each has its own topic. */
interface Told {
  readonly detailType: string;
  readonly resources?: readonly string[];
  readonly detail: Readonly<Record<string, unknown>>;
}

interface ObjectTold {
  /** Set when the bucket sends its events to EventBridge. */
  readonly eventBridge?: Happening | undefined;
}

type Listener<Payload> = (call: EventsCall, payload: Payload) => void;

function tell(call: EventsCall, what: Happening): void {
  dispatchEvent(call, getBus(call), eventOf(call, what));
}

const from =
  (source: string): Listener<Told> =>
  (call, { detailType, resources = [], detail }) =>
    tell(call, { source, detailType, resources, detail });

const fromObject: Listener<ObjectTold> = (call, { eventBridge }) => {
  if (eventBridge) tell(call, eventBridge);
};

/** Topics of other services, on the default bus as events of AWS. */
export const SOURCES: Readonly<Record<string, Listener<never>>> = {
  's3:ObjectCreated': fromObject,
  's3:ObjectRemoved': fromObject,
  'sagemaker:state-change': from('aws.sagemaker'),
  'glue:state-change': from('aws.glue'),
  /** From services that tell their events whole, such as CloudWatch of its alarms. */
  'events:put': tell,
};
