import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { randomUuid } from '../exam/attempt-action.ts';
import { startDiagnosis } from './diagnosis-requests.ts';

/** Starts a diagnosis and opens it. A repeat after a lost answer asks for the same one, not for a second. */
export function useStartDiagnosis(exam: string) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const id = useRef<string>(undefined);
  return useMutation({
    mutationFn: () => {
      id.current ??= randomUuid();
      return startDiagnosis({ id: id.current, exam });
    },
    onSuccess: async (diagnosis) => {
      id.current = undefined;
      void queries.invalidateQueries({ queryKey: ['diagnoses'] });
      await navigate({ to: '/diagnoses/$diagnosisId', params: { diagnosisId: diagnosis.id } });
    },
  });
}
