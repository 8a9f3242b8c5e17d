package dev.launchready.run;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.KeyDeserializers;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Lets a record be the key of a map: the key is the record's own JSON as a text. */
final class RecordKeys extends SimpleModule {
    private static final long serialVersionUID = 1L;

    @Override
    public void setupModule(SetupContext context) {
        super.setupModule(context);
        ObjectMapper mapper = context.getOwner();
        context.addBeanSerializerModifier(new KeysAsJson(mapper));
        context.addKeyDeserializers(new KeysFromJson(mapper));
    }

    private static final class KeysAsJson extends BeanSerializerModifier {
        private static final long serialVersionUID = 1L;
        private final transient ObjectMapper mapper;

        KeysAsJson(ObjectMapper mapper) {
            this.mapper = mapper;
        }

        @Override
        public JsonSerializer<?> modifyKeySerializer(
                SerializationConfig config, JavaType type, BeanDescription description, JsonSerializer<?> standard) {
            if (!type.isRecordType()) {
                return standard;
            }
            return new JsonSerializer<Record>() {
                @Override
                public void serialize(Record key, JsonGenerator out, SerializerProvider provider) throws IOException {
                    out.writeFieldName(mapper.writeValueAsString(key));
                }
            };
        }
    }

    private record KeysFromJson(ObjectMapper mapper) implements KeyDeserializers {
        @Override
        public @Nullable KeyDeserializer findKeyDeserializer(
                JavaType type, DeserializationConfig config, BeanDescription description) {
            if (!type.isRecordType()) {
                return null;
            }
            return new KeyDeserializer() {
                @Override
                public Object deserializeKey(String key, DeserializationContext context)
                        throws JsonProcessingException {
                    return mapper.readValue(key, type);
                }
            };
        }
    }
}
