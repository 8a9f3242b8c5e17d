package dev.launchready.session;

/** Told of every write before it is sent, so that what a run leaves behind can be found again after it was killed. */
public interface WriteLog {
    /** Keeps nothing. */
    WriteLog NONE = new WriteLog() {
        @Override
        public void making(String owner, String type, String marker) {}

        @Override
        public void made(Made object) {}

        @Override
        public void undone(Made object) {}
    };

    /** About to be sent: it is not known yet whether it will succeed, nor the id. */
    void making(String owner, String type, String marker);

    void made(Made object);

    void undone(Made object);
}
