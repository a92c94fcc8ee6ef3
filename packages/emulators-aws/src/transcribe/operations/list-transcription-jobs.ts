import type {
  ListTranscriptionJobsRequest,
  ListTranscriptionJobsResponse,
  TranscriptionJobSummary,
} from '@aws-sdk/client-transcribe';
import { operation } from '@cairn/emulator-kit';
import { namedPage } from '../../messaging/page-token.ts';
import { badRequest } from '../errors.ts';
import type { JobEntry, TranscribeState } from '../state.ts';

const DEFAULT_LIMIT = 5;
/** After every date, so that younger jobs sort before older ones. */
const END_OF_TIME = 8.64e15;

export const listTranscriptionJobs = operation<
  TranscribeState,
  ListTranscriptionJobsRequest,
  ListTranscriptionJobsResponse
>({
  fidelity: 'real',
  handle: (
    { Status: status, JobNameContains: part = '', NextToken: token, MaxResults: limit = DEFAULT_LIMIT },
    call,
  ) => {
    const wanted = [...call.state.jobs.values()].filter(
      ({ name, job }) =>
        name.toLowerCase().includes(part.toLowerCase()) &&
        (status === undefined || job.TranscriptionJobStatus === status),
    );
    const newestFirst = ({ createdAt, name }: JobEntry) =>
      `${String(END_OF_TIME - createdAt).padStart(16, '0')} ${name}`;
    const refuse = () => badRequest('The NextToken is not one that this operation gave out.');
    const { items, nextToken } = namedPage(wanted, newestFirst, { token, limit }, refuse);
    return {
      ...(status === undefined ? {} : { Status: status }),
      TranscriptionJobSummaries: items.map(summaryOf),
      ...(nextToken === undefined ? {} : { NextToken: nextToken }),
    };
  },
});

function summaryOf({ job }: JobEntry): TranscriptionJobSummary {
  const { TranscriptionJobName, CreationTime, StartTime, CompletionTime, LanguageCode } = job;
  const { TranscriptionJobStatus, FailureReason, ContentRedaction, IdentifyLanguage, IdentifiedLanguageScore } = job;
  return {
    TranscriptionJobName,
    CreationTime,
    StartTime,
    CompletionTime,
    LanguageCode,
    TranscriptionJobStatus,
    FailureReason,
    OutputLocationType: 'CUSTOMER_BUCKET',
    ContentRedaction,
    IdentifyLanguage,
    IdentifiedLanguageScore,
  };
}
