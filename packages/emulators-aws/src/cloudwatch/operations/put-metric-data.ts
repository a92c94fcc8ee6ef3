import type { PutMetricDataInput } from '@aws-sdk/client-cloudwatch';
import { operation } from '@cairn/emulator-kit';
import type { Sent } from '../../iam/sent.ts';
import { CLOUDWATCH_REQUEST } from '../../prices.ts';
import { invalidValue, missingParameter, notSupported } from '../errors.ts';
import { measureOf, record } from '../recording.ts';
import type { CloudWatchState } from '../state.ts';

const MOST_METRICS = 1000;

export const putMetricData = operation<CloudWatchState, Sent<PutMetricDataInput>, void>({
  fidelity: 'simplified',
  differs: 'Measures can be read at once; entities (EntityMetricData) are refused.',
  needs: ({ Namespace }) => ({
    action: 'cloudwatch:PutMetricData',
    resource: '*',
    context: { 'cloudwatch:namespace': Namespace },
  }),
  handle: ({ Namespace: namespace, MetricData: data = [], EntityMetricData: entities }, call) => {
    if (entities !== undefined) throw notSupported('EntityMetricData');
    if (/^AWS\//i.test(namespace)) throw invalidValue(`The value ${namespace} for parameter Namespace is invalid.`);
    if (data.length === 0) throw missingParameter('The parameter MetricData is required.');
    if (data.length > MOST_METRICS) {
      throw invalidValue(`The collection MetricData must not have a size greater than ${MOST_METRICS}.`);
    }
    const measures = data.map((datum, index) => measureOf(call, namespace, datum, `MetricData.member.${index + 1}`));
    for (const measure of measures) record(call, measure);
    call.charge(CLOUDWATCH_REQUEST, 1);
  },
});
