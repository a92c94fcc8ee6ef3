import { RouterLinkButton } from '../app/links.tsx';
import { Page } from '../app/page.tsx';

/** The address holds no id at all: the server need not be asked. */
export function NoSuchAttempt() {
  return (
    <Page
      title="No attempt here"
      width="text"
      lede="The address is not one of an attempt. Open it from your exams instead."
    >
      <div>
        <RouterLinkButton to="/exams" look="primary">
          See your exams and attempts
        </RouterLinkButton>
      </div>
    </Page>
  );
}
