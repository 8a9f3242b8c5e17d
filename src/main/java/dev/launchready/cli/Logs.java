package dev.launchready.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import dev.launchready.run.RunFolder;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends the log of a run to {@code launch-ready.log} in its folder. */
final class Logs {
    private static final String FILE = "launch-ready.log";
    private static final String OURS = "dev.launchready";

    private Logs() {}

    static void to(ScanOptions options, RunFolder folder) {
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (!(factory instanceof LoggerContext context)) {
            return;
        }
        ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.detachAndStopAllAppenders();
        PatternLayoutEncoder lines = new PatternLayoutEncoder();
        lines.setContext(context);
        lines.setPattern("%d{ISO8601} %-5level [%thread] %logger{24} %msg%n");
        lines.start();
        FileAppender<ILoggingEvent> file = new FileAppender<>();
        file.setContext(context);
        file.setFile(folder.file(FILE).toString());
        file.setEncoder(lines);
        file.start();
        root.addAppender(file);
        root.setLevel(Level.WARN);
        context.getLogger(OURS).setLevel(options.verbose() ? Level.DEBUG : Level.INFO);
    }
}
