// The service's doors, as this page uses them.

/** An error that the service described; its message is for the reader. */
export class Problem extends Error {
  constructor(body, status) {
    super(body.detail ?? "The service did not answer as expected. Try again.");
    this.status = status;
  }
}

async function call(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new Problem({ detail: "The service cannot be reached. Is it still running?" }, 0);
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem(body, response.status);
  return body;
}

/** The frameworks there are, and the default one. */
export const frameworks = () => call("/api/v1/frameworks");

/** Ask one question; `framework` and `conversation` may be null. */
export const ask = (question, framework, conversation) =>
  call("/api/v1/ask", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ question, framework, conversation_id: conversation }),
  });
