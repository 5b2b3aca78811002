/* Statements to choose on; the verdict waits for a choice, and nothing is counted. */
(function (lok) {
  "use strict";

  const options = lok.own(".choices strong").map((choice) => [choice.textContent, choice.textContent]);
  lok.own(".statement").forEach((statement, index) => {
    const sentence = statement.querySelector(".statement-text");
    sentence.after(lok.choice(statement.id, lok.text("your_choice", { number: index + 1 }), options));
  });
})(window.lok);
