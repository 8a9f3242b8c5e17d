package dev.launchready.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import dev.launchready.model.Evidence;
import dev.launchready.model.Finding;
import dev.launchready.model.Secret;
import dev.launchready.model.Where;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** Where the names and forms of {@code scorecard.json} differ from those of the model, which knows no library. */
final class ScorecardShape {
    private ScorecardShape() {}

    static JsonMapper.Builder on(JsonMapper.Builder builder) {
        return builder.addMixIn(Evidence.class, Kinds.class)
                .addMixIn(Evidence.HttpExchange.class, Exchange.class)
                .addMixIn(Evidence.FileLocation.class, OnlyPresent.class)
                .addMixIn(Where.class, OnlyPresent.class)
                .addMixIn(Finding.class, WithSecret.class)
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Evidence.HttpExchange.class, name = "http"),
        @JsonSubTypes.Type(value = Evidence.DnsAnswer.class, name = "dns"),
        @JsonSubTypes.Type(value = Evidence.TlsSession.class, name = "tls"),
        @JsonSubTypes.Type(value = Evidence.FileLocation.class, name = "file"),
        @JsonSubTypes.Type(value = Evidence.MailHeader.class, name = "mail"),
        @JsonSubTypes.Type(value = Evidence.Measurement.class, name = "measurement"),
        @JsonSubTypes.Type(value = Evidence.Screenshot.class, name = "screenshot")
    })
    private interface Kinds {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    private interface OnlyPresent {}

    private abstract static class WithSecret {
        @JsonInclude(JsonInclude.Include.NON_ABSENT)
        @SuppressWarnings("UnusedVariable") // Jackson reads its annotations alone
        Optional<Secret> secret = Optional.empty();
    }

    private abstract static class Exchange {
        @JsonProperty("elapsedMs")
        @JsonSerialize(using = ToMillis.class)
        @JsonDeserialize(using = FromMillis.class)
        @SuppressWarnings("UnusedVariable") // Jackson reads its annotations alone
        Duration elapsed = Duration.ZERO;
    }

    private static final class ToMillis extends StdSerializer<Duration> {
        ToMillis() {
            super(Duration.class);
        }

        @Override
        public void serialize(Duration value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeNumber(value.toMillis());
        }
    }

    private static final class FromMillis extends StdDeserializer<Duration> {
        FromMillis() {
            super(Duration.class);
        }

        @Override
        public Duration deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Duration.ofMillis(in.getLongValue());
        }
    }
}
