import { CloudError, saysAbsent } from '../cloud/cloud.ts';
import type { ArchitectureNode, Lab } from '../lab/schema.ts';
import { isTrue, search } from '../query/jmespath.ts';
import type { RunContext } from '../run/context.ts';
import { sendCall } from '../run/run-calls.ts';

/** `always`: nothing to look for, such as the learner's own machine. */
export type NodeState = 'there' | 'absent' | 'unknown' | 'always';

/** Which parts of the architecture picture exist in the account now. Never throws. */
export async function architectureState(lab: Lab, context: RunContext): Promise<ReadonlyMap<string, NodeState>> {
  const states = await Promise.all(
    lab.architecture.nodes.map(async (node) => [node.id, await nodeState(node, context)] as const),
  );
  return new Map(states);
}

async function nodeState({ exists }: ArchitectureNode, context: RunContext): Promise<NodeState> {
  if (!exists) return 'always';
  try {
    const output = await sendCall(exists.call, exists, context);
    return exists.path === undefined || isTrue(search(exists.path, output)) ? 'there' : 'absent';
  } catch (error) {
    return error instanceof CloudError && saysAbsent(error) ? 'absent' : 'unknown';
  }
}
