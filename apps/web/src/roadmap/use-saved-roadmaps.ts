import type { Roadmap } from '@cairn/catalog';
import type { SavedRoadmap } from '@cairn/contract';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../api.ts';
import { roadmapsQuery } from '../app/queries.ts';
import type { RoadmapInputs } from './inputs.ts';

type ToSave = {
  readonly id: string;
  readonly inputs: RoadmapInputs;
  readonly roadmap: Roadmap;
  readonly catalogVersion: string;
};

export function useSavedRoadmaps() {
  const client = useQueryClient();
  const refresh = () => client.invalidateQueries({ queryKey: roadmapsQuery.queryKey });
  const list = useQuery(roadmapsQuery);
  const save = useMutation({
    mutationFn: ({ id, inputs, roadmap, catalogVersion }: ToSave) =>
      request<SavedRoadmap>(`/api/roadmaps/${id}`, {
        method: 'PUT',
        body: { goal: roadmap.to, inputs, roadmap, done: inputs.done.map((one) => one.id), catalogVersion },
      }),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: (id: string) => request<unknown>(`/api/roadmaps/${id}`, { method: 'DELETE' }),
    onSuccess: refresh,
  });
  return { list, save, remove };
}
