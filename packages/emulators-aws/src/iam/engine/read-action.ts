import type { Faults } from './faults.ts';
import { valuePath } from './read-values.ts';

const VENDOR = /^[a-zA-Z0-9\-.]+$/;

type Finding = { readonly awsMessage: string; readonly message: string };

function actionFinding(action: string): Finding | undefined {
  if (action === '*') return undefined;
  const [vendor = '', name, ...rest] = action.split(':');
  if (name === undefined) {
    return {
      awsMessage: 'Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.',
      message: `"${action}" lacks its service: write service:Action, e.g. s3:GetObject, or "*".`,
    };
  }
  if (rest.length > 0) {
    return {
      awsMessage: 'Actions/Condition can contain only one colon.',
      message: `"${action}" has more than one colon: write service:Action, e.g. s3:GetObject.`,
    };
  }
  if (vendor !== '*' && !VENDOR.test(vendor)) {
    return {
      awsMessage: `Vendor ${vendor} is not valid`,
      message: `"${vendor}" is no service name: wildcards are for the part after the colon, e.g. s3:Get*.`,
    };
  }
  return undefined;
}

function trustFinding(action: string): Finding | undefined {
  if (/^sts:/i.test(action)) return undefined;
  return {
    awsMessage: 'AssumeRole policy may only specify STS AssumeRole actions.',
    message: `"${action}" cannot stand in a trust policy: it says who may assume the role, so list sts:AssumeRole and its kin only.`,
  };
}

/** Reports values of Action or NotAction that are not `service:Action`. */
export function checkActions(actions: readonly string[], element: unknown, path: string, faults: Faults): void {
  actions.forEach((action, i) => {
    const finding = faults.voice === 'trust' ? trustFinding(action) : actionFinding(action);
    if (!finding) return;
    const awsMessage = faults.voice === 'resource' ? 'Policy has invalid action' : finding.awsMessage;
    faults.add('action', valuePath(element, path, i), awsMessage, finding.message);
  });
}
