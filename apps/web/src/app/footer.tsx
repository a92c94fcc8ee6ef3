import { TextLink } from './links.tsx';

export function Footer() {
  return (
    <footer className="relative mt-12 overflow-hidden border-t print:hidden border-line bg-sunken">
      <div className="contours absolute inset-0" aria-hidden="true" />
      <div className="relative mx-auto grid max-w-6xl gap-6 px-4 py-10 text-[0.94rem] text-muted sm:px-6 md:grid-cols-[2fr_1fr]">
        <div className="grid max-w-prose content-start gap-3">
          <p>
            <strong className="text-ink">Nothing leaves this machine.</strong> Your answers, plans and scores are kept
            where Cairn runs. It calls no outside host and counts nobody.
          </p>
          <p>
            Cairn is independent: it is not affiliated with, endorsed or sponsored by Amazon Web Services or Microsoft.
            Names of services and certifications belong to their owners. Its questions are original, and its scores are
            estimates, not those of a vendor.
          </p>
        </div>
        <ul className="grid content-start gap-1.5 md:justify-self-end">
          <li>
            <TextLink to="/certifications">All certifications</TextLink>
          </li>
          <li>
            <TextLink to="/read/pay">What the roles pay</TextLink>
          </li>
          <li>
            <TextLink to="/cost">What a path costs</TextLink>
          </li>
          <li>
            <TextLink to="/read/glossary">Glossary</TextLink>
          </li>
          <li>
            <TextLink to="/read/faq">Questions and answers</TextLink>
          </li>
          <li>
            <TextLink to="/reliability">How honest the number is</TextLink>
          </li>
          <li>
            <TextLink to="/simulation">What 30 answers can tell</TextLink>
          </li>
          <li>
            <TextLink to="/authors/item-analysis">Item analysis for authors</TextLink>
          </li>
          <li>
            <TextLink to="/authors/reports">Reported questions</TextLink>
          </li>
        </ul>
      </div>
    </footer>
  );
}
