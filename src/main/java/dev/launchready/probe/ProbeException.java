package dev.launchready.probe;

/** Why something could not be seen. Each message is one sentence for a person: what happened and where. */
public abstract sealed class ProbeException extends Exception {
    private static final long serialVersionUID = 1L;

    private ProbeException(String message, Throwable cause) {
        super(message, cause);
    }

    private ProbeException(String message) {
        super(message);
    }

    /** The kind in kebab case, used as the code of a problem ({@code unreachable}, {@code timed-out}). */
    public abstract String code();

    /** The line of the portal file, or the command, that would help; an empty text where there is none. */
    public String add() {
        return "";
    }

    /** No answer at all: the name does not resolve, nobody listens, the connection broke. */
    public static final class Unreachable extends ProbeException {
        private static final long serialVersionUID = 1L;

        public Unreachable(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public String code() {
            return "unreachable";
        }
    }

    /** The TLS handshake failed, or the certificate is not one to trust. */
    public static final class Tls extends ProbeException {
        private static final long serialVersionUID = 1L;

        public Tls(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public String code() {
            return "tls";
        }
    }

    /** An answer began or was due, and did not come to an end in time. */
    public static final class TimedOut extends ProbeException {
        private static final long serialVersionUID = 1L;

        public TimedOut(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public String code() {
            return "timed-out";
        }
    }

    /** Headers, or a part that must be whole, are over their cap. */
    public static final class TooLarge extends ProbeException {
        private static final long serialVersionUID = 1L;

        public TooLarge(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public String code() {
            return "too-large";
        }
    }

    /** The answer breaks its protocol. */
    public static final class Malformed extends ProbeException {
        private static final long serialVersionUID = 1L;

        public Malformed(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public String code() {
            return "malformed";
        }
    }

    /** Not sent: the host, its address, or the class of the request is not allowed. */
    public static final class OutOfScope extends ProbeException {
        private static final long serialVersionUID = 1L;

        public OutOfScope(String message) {
            super(message);
        }

        @Override
        public String code() {
            return "out-of-scope";
        }
    }

    /** Not sent: the budget is spent, or the portal has stopped answering and the run leaves it in peace. */
    public static final class Refused extends ProbeException {
        private static final long serialVersionUID = 1L;

        public Refused(String message) {
            super(message);
        }

        @Override
        public String code() {
            return "refused";
        }
    }

    /** A file or folder is not there, or may not be read. */
    public static final class Unreadable extends ProbeException {
        private static final long serialVersionUID = 1L;

        public Unreadable(String message) {
            super(message);
        }

        public Unreadable(String message, Throwable cause) {
            super(message, cause);
        }

        @Override
        public String code() {
            return "unreadable";
        }
    }

    /** An identity could not be signed in, or could not be proved to be signed in. */
    public static final class SignIn extends ProbeException {
        private static final long serialVersionUID = 1L;
        private final String code;
        private final String add;

        /**
         * @param code {@code no-identity}, {@code sign-in-refused}, {@code sign-in-unproven} or {@code session-lost}
         * @param message one sentence for a person, without secrets
         * @param add the line of the portal file that would help
         */
        public SignIn(String code, String message, String add) {
            super(message);
            this.code = code;
            this.add = add;
        }

        @Override
        public String code() {
            return code;
        }

        @Override
        public String add() {
            return add;
        }
    }
}
