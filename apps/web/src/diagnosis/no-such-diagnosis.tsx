import { RouterLinkButton } from '../app/links.tsx';
import { Page } from '../app/page.tsx';

/** The address holds no id at all: the server need not be asked. */
export function NoSuchDiagnosis() {
  return (
    <Page
      title="No diagnosis here"
      width="text"
      lede="The address is not one of a diagnosis. Open it from the exam that it belongs to instead."
    >
      <div>
        <RouterLinkButton to="/exams" look="primary">
          See the exams
        </RouterLinkButton>
      </div>
    </Page>
  );
}
