import type { SavedSurvey, SkillRecord, SurveyHeading } from '@cairn/contract';
import type { LearnerRecord } from '@cairn/postings';
import { queryOptions } from '@tanstack/react-query';
import { request } from '../api.ts';
import { type SurveyToKeep, toKeep } from './kept-answer.ts';
import type { Answer } from './reading/messages.ts';

const address = (id: string) => `/api/postings/surveys/${encodeURIComponent(id)}`;

export const surveysQuery = queryOptions({
  queryKey: ['posting-surveys'],
  queryFn: async () => (await request<{ surveys: readonly SurveyHeading[] }>('/api/postings/surveys')).surveys,
});

export const surveyQuery = (id: string) =>
  queryOptions({ queryKey: ['posting-surveys', id], queryFn: () => request<SavedSurvey>(address(id)) });

export const recordQuery = queryOptions({
  queryKey: ['skill-record'],
  queryFn: async () => recordOf((await request<{ skills: readonly SkillRecord[] }>('/api/skills/record')).skills),
});

function recordOf(skills: readonly SkillRecord[]): LearnerRecord {
  return new Map(
    skills.map(({ skill, answers, credit, labSteps, lastAt }) => [
      skill,
      { answers, credit, labStepsPassed: labSteps, last: new Date(lastAt).toISOString().slice(0, 10) },
    ]),
  );
}

type Keeping = { readonly id: string; readonly name: string; readonly answer: Answer };

export function keepSurvey({ id, name, answer }: Keeping): Promise<SurveyHeading> {
  const body: SurveyToKeep = toKeep(name, answer);
  return request(address(id), { method: 'PUT', body });
}

export const deleteSurvey = (id: string) => request<{ ok: true }>(address(id), { method: 'DELETE' });
