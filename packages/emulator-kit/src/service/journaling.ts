import type { OperationModel } from '../schema/shape.ts';
import { ServiceError } from '../service-error.ts';
import type { JournalDecision, JournalEntry } from '../tenant/journal.ts';
import type { Decision, Need } from '../tenant/principal.ts';
import type { CallSite } from './call-site.ts';

const LONGEST_TEXT = 512;
const MOST_ENTRIES = 40;
const DEEPEST = 6;
const SECRET = /secret|password|token/i;
const READS = /^(Get|List|Describe|Head|Search|Query|BatchGet|Simulate|Filter|Lookup)/;

/** Begins the journal entry of a call; `close` gives it once all is known. */
export function journalEntry(site: CallSite, model: OperationModel, input: unknown) {
  const { tenant, service, region, principal, requestId, origin } = site;
  const resources: string[] = [];
  let decision: JournalDecision | undefined;
  let error: { readonly code: string; readonly message: string } | undefined;
  const at = tenant.clock.now();
  return {
    decided(need: Need, { decision: verdict, why }: Decision): void {
      resources.push(need.resource);
      decision = { decision: verdict, action: need.action, why };
    },
    failed(thrown: unknown): void {
      if (thrown instanceof ServiceError) error = { code: thrown.code, message: thrown.message };
      else error = { code: 'InternalFailure', message: '' };
    },
    close: (): JournalEntry => ({
      eventId: requestId,
      requestId,
      at,
      service: service.name,
      operation: model.name,
      region,
      principalArn: principal.arn,
      principalKind: principal.kind,
      accessKeyId: principal.accessKeyId,
      sourceIp: origin.sourceIp,
      userAgent: origin.userAgent,
      resources,
      decision,
      errorCode: error?.code,
      errorMessage: error?.message,
      parameters: digest(input, 0),
      isReadOnly: READS.test(model.name),
    }),
  };
}

/** The input as it may be shown: no bytes, no secrets, no long texts. */
function digest(value: unknown, depth: number): unknown {
  if (typeof value === 'string') return value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value;
  if (value instanceof Date || typeof value !== 'object' || value === null) return value;
  if (value instanceof Uint8Array) return `<${value.length} bytes>`;
  if ('stream' in value && 'size' in value) return `<${String(value.size)} bytes>`;
  if (depth >= DEEPEST) return '…';
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES).map((entry) => digest(entry, depth + 1));
  const shown = Object.entries(value).slice(0, MOST_ENTRIES);
  return Object.fromEntries(
    shown.map(([name, entry]) => [
      name,
      SECRET.test(name) && typeof entry === 'string' ? '***' : digest(entry, depth + 1),
    ]),
  );
}
