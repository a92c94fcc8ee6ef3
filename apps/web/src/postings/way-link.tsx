import type { Way } from '@cairn/postings';
import { TextLink } from '../app/links.tsx';

/** A link to a lesson, a lab or a certification. */
export function WayLink({ way: { kind, id, title } }: { readonly way: Way }) {
  switch (kind) {
    case 'lesson': {
      const [exam = '', task = ''] = id.split('/');
      return (
        <TextLink to="/learn/$exam/$task" params={{ exam, task }}>
          {title}
        </TextLink>
      );
    }
    case 'lab':
      return (
        <TextLink to="/labs/$labId" params={{ labId: id }}>
          {title}
        </TextLink>
      );
    case 'certification':
      return (
        <TextLink to="/certifications/$code" params={{ code: id.toLowerCase() }}>
          {title}
        </TextLink>
      );
  }
}
