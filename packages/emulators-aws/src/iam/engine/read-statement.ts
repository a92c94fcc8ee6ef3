import { AWS_MESSAGES, type Faults, LEGACY_MESSAGE, shown } from './faults.ts';
import type { PolicyKind, Span, Statement } from './policy.ts';
import { checkActions } from './read-action.ts';
import { readConditions } from './read-condition.ts';
import { readPrincipal } from './read-principal.ts';
import { checkResources } from './read-resource.ts';
import { checkElements, isObject, type JsonObject, readTexts } from './read-values.ts';

const ELEMENTS = [
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
];

/** Where a statement is being read. */
type Place = { readonly kind: PolicyKind; readonly path: string; readonly span: Span; readonly faults: Faults };

function readEffect(value: unknown, { path, faults }: Place): 'Allow' | 'Deny' {
  if (value === 'Allow' || value === 'Deny') return value;
  const isMisspelt = typeof value === 'string' && ['allow', 'deny'].includes(value.toLowerCase());
  const found = value === undefined ? 'it is missing' : `found ${shown(value)}`;
  const message = `Effect must be exactly "Allow" or "Deny": ${found}.`;
  if (isMisspelt) faults.add('legacy', `${path}.Effect`, LEGACY_MESSAGE, message);
  else faults.syntax(`${path}.Effect`, message);
  return 'Deny';
}

function readSid(value: unknown, { path, faults }: Place): string | undefined {
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') {
    faults.syntax(`${path}.Sid`, `Sid must be a text, found ${shown(value)}.`);
    return undefined;
  }
  if (faults.voice === 'identity' && !/^[0-9A-Za-z]*$/.test(value)) {
    const rule = 'Check that your input satisfies the regular expression [0-9A-Za-z]*';
    const message = `Sid ${shown(value)} may have letters and digits only.`;
    faults.add('sid', `${path}.Sid`, `Statement IDs (SID) must be alpha-numeric. ${rule}`, message);
  }
  return value;
}

/** One element or its Not… twin: never both. Undefined when neither is there or the list is empty. */
function readEither(statement: JsonObject, name: 'Action' | 'Resource', { path, faults }: Place) {
  const negated = `Not${name}`;
  if (statement[name] !== undefined && statement[negated] !== undefined) {
    faults.syntax(`${path}.${negated}`, `A statement has ${name} or ${negated}, not both: remove one.`);
    return undefined;
  }
  const element = statement[name] === undefined ? negated : name;
  const given = statement[element];
  const values = given === undefined ? [] : readTexts(given, `${path}.${element}`, faults);
  if (values === undefined) return undefined;
  return { isNegated: element === negated, given, values, path: `${path}.${element}` };
}

function readActions(statement: JsonObject, place: Place) {
  const found = readEither(statement, 'Action', place);
  if (!found) return {};
  if (found.values.length === 0) {
    const message = 'The statement has no Action: say what it is about, e.g. "Action": "s3:GetObject".';
    place.faults.add('no-action', place.path, AWS_MESSAGES.noAction[place.faults.voice], message);
  }
  checkActions(found.values, found.given, found.path, place.faults);
  return found.isNegated ? { notActions: found.values } : { actions: found.values };
}

function readResources(statement: JsonObject, place: Place) {
  const { faults, kind, path } = place;
  const found = readEither(statement, 'Resource', place);
  if (!found) return {};
  if (kind === 'trust') {
    if (found.given === undefined) return {};
    const message = 'A trust policy is about its own role: remove Resource.';
    faults.add('resource', found.path, 'Has prohibited field Resource', message);
    return {};
  }
  if (found.values.length === 0) {
    const message = 'The statement has no Resource: name ARNs, or "*" for all.';
    faults.add('no-resource', path, AWS_MESSAGES.noResource[faults.voice], message);
  }
  checkResources(found.values, { element: found.given, path: found.path, kind }, faults);
  return found.isNegated ? { notResources: found.values } : { resources: found.values };
}

function readPrincipals(statement: JsonObject, { kind, path, faults }: Place) {
  const element = statement.Principal === undefined ? 'NotPrincipal' : 'Principal';
  const given = statement[element];
  if (faults.voice === 'identity') {
    if (given === undefined) return {};
    const message = `${element} cannot stand in a policy of kind ${kind}: it applies to whoever it is attached to.`;
    faults.add('principal', `${path}.${element}`, 'Policy document should not specify a principal.', message);
    return {};
  }
  if (given === undefined) {
    const message =
      'The statement has no Principal: say for whom it speaks, e.g. {"Service": "sagemaker.amazonaws.com"}.';
    faults.add('principal', path, 'Missing required field Principal', message);
    return {};
  }
  if (statement.Principal !== undefined && statement.NotPrincipal !== undefined) {
    faults.syntax(`${path}.NotPrincipal`, 'A statement has Principal or NotPrincipal, not both: remove one.');
  }
  const set = readPrincipal(given, `${path}.${element}`, faults);
  if (!set) return {};
  return element === 'Principal' ? { principal: set } : { notPrincipal: set };
}

/** Reads one statement, reporting everything wrong with it. */
export function readStatement(value: unknown, place: Place): Statement | undefined {
  if (!isObject(value)) {
    place.faults.syntax(
      place.path,
      `A statement is an object with Effect, Action and Resource, found ${shown(value)}.`,
    );
    return undefined;
  }
  checkElements(value, ELEMENTS, place.path, place.faults);
  const sid = readSid(value.Sid, place);
  return {
    ...(sid === undefined ? {} : { sid }),
    effect: readEffect(value.Effect, place),
    ...readPrincipals(value, place),
    ...readActions(value, place),
    ...readResources(value, place),
    conditions: readConditions(value.Condition, `${place.path}.Condition`, place.faults),
    span: place.span,
  };
}
