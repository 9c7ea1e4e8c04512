// The quiz of a module as a part of the programme: who passes it is told the next step.

import { QuizForm } from "../quiz/form.js";

export class GuidedQuiz extends QuizForm {
  end() {
    const end = super.end();
    const { journey } = this.form.dataset;
    // Without it the result stands all the same.
    if (journey && this.outcome().passed)
      import("./after.js")
        .then(({ showNextStep }) => showNextStep(end, new URL(journey, document.baseURI)))
        .catch(() => {});
    return end;
  }
}
